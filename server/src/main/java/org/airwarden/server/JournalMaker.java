package org.airwarden.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import org.airwarden.feeds.FaultSink;
import org.airwarden.feeds.SiteFile;
import org.airwarden.journal.JournalHeader;
import org.airwarden.journal.JournalPolicy;
import org.airwarden.journal.JournalTrouble;
import org.airwarden.journal.JournalWriter;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.Settings;
import org.airwarden.model.StateOutput;
import org.jspecify.annotations.Nullable;

/** Makes a journal of packets, so that what was recorded elsewhere is replayed like our own. */
public final class JournalMaker {
    private JournalMaker() {}

    /**
     * What a journal is made of.
     *
     * @param title what it is, for people
     * @param version the program's version
     * @param origin the least real origin of the packets
     * @param dateKnown whether the packets' date is known
     * @param site the sensors and sources
     */
    public record Contents(
            String title, String version, Origin origin, boolean dateKnown, SiteFile site) {}

    /** Where packets come from. */
    @FunctionalInterface
    public interface Packets {
        /**
         * Returns the next packet, or null at the end.
         *
         * @throws IOException where they cannot be read on
         */
        @Nullable Packet next() throws IOException;
    }

    /**
     * Reads all packets through the engine into a new journal, snapshots included.
     *
     * @param directory where to write; made where there is none
     * @param contents what it is
     * @param packets the packets, in the order of their received times; one at least
     * @param quarantine takes what could not be used
     * @param done told the number of packets taken in, after each
     * @throws IOException where the packets cannot be read or the journal cannot be written, or
     *     there is no packet
     */
    public static void make(
            Path directory,
            Contents contents,
            Packets packets,
            FaultSink quarantine,
            LongConsumer done)
            throws IOException {
        Packet packet = packets.next();
        if (packet == null) {
            throw new IOException("there is nothing in it");
        }
        long start = packet.received();
        JournalHeader header =
                new JournalHeader(
                        contents.version(),
                        configurationOf(contents.site()),
                        contents.origin(),
                        contents.title(),
                        contents.dateKnown(),
                        start);
        try (JournalWriter journal =
                JournalWriter.open(directory, header, JournalPolicy.standard())) {
            Recorder recorder =
                    new Recorder(journal, contents.origin(), quarantine, change -> {}, false);
            recorder.begin(contents.site(), start, Settings.standard(start));
            long taken = 0;
            for (; packet != null; packet = packets.next()) {
                recorder.packet(packet);
                done.accept(++taken);
                JournalTrouble trouble = journal.trouble();
                if (trouble != null) {
                    throw new IOException(
                            trouble.what() + " (" + trouble.why() + "): " + trouble.remedy());
                }
            }
        }
    }

    /** Returns what tells two configurations apart: 64 hexadecimal digits. */
    static String configurationOf(SiteFile file) {
        StateOutput out = new StateOutput();
        file.write(out);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("airwarden".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(out.toBytes()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
