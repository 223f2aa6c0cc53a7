package org.airwarden.feeds;

import org.airwarden.model.SensorReport;

/** Takes the reports that a decoder makes. */
@FunctionalInterface
public interface ReportSink {
    /** Takes one report. */
    void accept(SensorReport report);
}
