package org.airwarden.model;

/**
 * Where a track is and how it moves, in the axes of its {@link org.airwarden.geodesy.World}, with
 * the covariance in the same axes.
 *
 * @param x position (m)
 * @param y position (m)
 * @param z position (m)
 * @param vx velocity (m/s)
 * @param vy velocity (m/s)
 * @param vz velocity (m/s)
 * @param covariance of (x, y, z, vx, vy, vz), SI units
 */
public record Kinematics(
        double x, double y, double z, double vx, double vy, double vz, Covariance covariance) {}
