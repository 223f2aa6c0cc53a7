package org.airwarden.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.feeds.SiteFile;
import org.airwarden.feeds.SiteFileReader;
import org.airwarden.feeds.Source;
import org.airwarden.feeds.Transport;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.model.Packet;
import org.airwarden.model.Time;
import org.airwarden.simulation.TurningRadar.Place;

/**
 * Ten minutes over Crete, as the bytes that three radars and an ADS-B station would send. At three
 * minutes one radar falls silent for ninety seconds; at five and a half a flight declares an
 * emergency; six aircraft answer nothing. Everything is simulated and says so.
 */
public final class DemoStory {
    /** How long the story is (s). */
    public static final double DURATION = 600;

    /** When the story begins: a fixed day, so that the same bytes come out (ns since 1970). */
    public static final long START =
            Instant.parse("2026-06-01T09:00:00Z").getEpochSecond() * Time.SECOND;

    private static final String SITE = "demo-site.yaml";
    private static final double SILENT_FROM = 180;
    private static final double SILENT_TO = 270;

    private DemoStory() {}

    /** Returns the story's site. */
    public static SiteFile site() {
        try (InputStream in = siteText()) {
            return SiteFileReader.parse(
                    SITE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Opens the story's site file as a stream, which the caller closes. */
    public static InputStream siteText() {
        InputStream in = DemoStory.class.getResourceAsStream(SITE);
        if (in == null) {
            throw new IllegalStateException(SITE + " is missing from the jar");
        }
        return in;
    }

    /** Returns the name of the file that a source's bytes are saved in: it says "simulated". */
    public static String fileOf(Source source) {
        if (source.transport() instanceof Transport.Recorded(String name)) {
            return name;
        }
        throw new IllegalStateException("the story's sources are files");
    }

    /**
     * Returns the packets in the order of their arrival.
     *
     * @param seed the same seed gives the same bytes
     */
    public static List<Packet> packets(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Flight> flights = new ArrayList<>();
        for (FlightPlan plan : DemoTraffic.plans(random.nextLong())) {
            flights.add(new Flight(plan, DURATION));
        }
        PacketOutput out = new PacketOutput(START);
        double never = Double.POSITIVE_INFINITY;
        List<Place> radars =
                List.of(
                        new Place(
                                0,
                                250,
                                1,
                                at(35.34, 25.18, 120),
                                4,
                                110_000,
                                370_000,
                                never,
                                never),
                        new Place(
                                1, 250, 2, at(36.41, 28.09, 90), 5, 110_000, 370_000, never, never),
                        new Place(
                                2,
                                250,
                                3,
                                at(36.40, 25.48, 150),
                                4.8,
                                90_000,
                                330_000,
                                SILENT_FROM,
                                SILENT_TO));
        for (Place radar : radars) {
            new TurningRadar(radar, random.split()).watch(flights, DURATION, out);
        }
        new AdsbStation(3, 250, 11, at(35.34, 25.18, 120), 330_000, random.split())
                .listen(flights, DURATION, out);
        return out.inOrder();
    }

    private static GeodeticPosition at(double latitude, double longitude, double height) {
        return GeodeticPosition.ofDegrees(latitude, longitude, height);
    }
}
