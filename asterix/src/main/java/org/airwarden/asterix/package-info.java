/**
 * ASTERIX on the wire, both directions: EUROCONTROL's format for surveillance data, in which
 * radars, multilateration and ADS-B stations and trackers speak. A library of its own; it needs
 * nothing else of Airwarden.
 *
 * <p><b>How the pieces fit.</b> What a category's records look like is data: one small file for
 * each category and edition among this package's resources, in the notation that {@code
 * NOTATION.md} beside them describes. {@link org.airwarden.asterix.Definitions} reads them into
 * {@link org.airwarden.asterix.Definition}s, which give {@link org.airwarden.asterix.Item} and
 * {@link org.airwarden.asterix.Field} handles by path: {@code 040/RHO}, {@code 380/ADR}. Handles
 * are found once, at the start.
 *
 * <p><b>Reading.</b> A {@link org.airwarden.asterix.BlockWalker} walks blocks in an array and hands
 * every record to a {@link org.airwarden.asterix.RecordHandler} as a {@link
 * org.airwarden.asterix.RecordView}, which answers {@code has}, {@code raw}, {@code value} and
 * {@code text} for a handle and allocates nothing. What is wrong with the bytes is a {@link
 * org.airwarden.asterix.Fault}, never an exception.
 *
 * <p><b>Editions.</b> The category octet does not tell the edition, and a wrong one often reads
 * without a loud failure. {@link org.airwarden.asterix.Editions} holds the choice by category and
 * source; {@link org.airwarden.asterix.EditionFit} finds from sample blocks which editions fit, and
 * says so where several fit with different meaning.
 *
 * <p><b>Writing.</b> A {@link org.airwarden.asterix.RecordWriter} takes fields by the same handles
 * and sets presence and extension bits; a {@link org.airwarden.asterix.BlockWriter} joins records
 * to blocks. {@link org.airwarden.asterix.RecordJson} prints a record for people and other
 * programs.
 *
 * <p><b>Inside RE, SP and Mode S registers.</b> What stands in a Reserved Expansion field is read
 * like other items ({@code RE/MD5/SUM}); an {@link org.airwarden.asterix.Expansion} of a user's own
 * tells the Special Purpose field. {@link org.airwarden.asterix.Registers} tells the 56 bits of
 * Mode S registers.
 *
 * <p><b>Looking closer.</b> A {@link org.airwarden.asterix.Validator} holds a record against its
 * definition; {@link org.airwarden.asterix.HexView} shows its octets and {@link
 * org.airwarden.asterix.DefinitionPage} the definition.
 *
 * <p><b>A new edition</b> is one more definition file and its name in {@code editions.txt}; no code
 * changes.
 *
 * <p>Framings around blocks (pcap, FINAL, recorder files) are not this package's matter.
 */
@NullMarked
package org.airwarden.asterix;

import org.jspecify.annotations.NullMarked;
