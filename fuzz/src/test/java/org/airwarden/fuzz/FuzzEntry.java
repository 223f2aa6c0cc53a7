package org.airwarden.fuzz;

/**
 * Where the guided fuzzer enters. The system property {@code airwarden.fuzz.target} names the
 * target.
 */
public final class FuzzEntry {
    private static final Target TARGET =
            Targets.of(System.getProperty("airwarden.fuzz.target", "framing"));

    private FuzzEntry() {}

    /** Called once, before any input: loads and compiles what the target needs. */
    public static void fuzzerInitialize() {
        TARGET.seeds().forEach(TARGET::run);
    }

    /** Called for every input. */
    public static void fuzzerTestOneInput(byte[] data) {
        Limits.hold(TARGET, data);
    }
}
