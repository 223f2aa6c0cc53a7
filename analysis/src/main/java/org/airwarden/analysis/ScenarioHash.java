package org.airwarden.analysis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.airwarden.simulation.Scenario;

/**
 * A scenario's fingerprint: SHA-256 of what its file says once it is read, with all that it builds
 * upon and the classes that it names. Comments, order of keys, units and the file's place do not
 * count. Holds within one version of the program. No state.
 */
public final class ScenarioHash {
    private ScenarioHash() {}

    /** Returns it, 64 hexadecimal digits. */
    public static String of(Scenario scenario) {
        try {
            byte[] said = scenario.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(said));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
