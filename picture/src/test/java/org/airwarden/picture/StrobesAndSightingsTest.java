package org.airwarden.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.World;
import org.airwarden.model.Observation;
import org.airwarden.model.Origin;
import org.airwarden.model.Sensor;
import org.airwarden.model.Settings;
import org.airwarden.model.Site;
import org.airwarden.model.Strobe;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.tracking.Sighting;
import org.junit.jupiter.api.Test;

/** What has no distance, and what people tell, can be asked of the picture. */
class StrobesAndSightingsTest {
    private static final long START = 1_700_000_000L * Time.SECOND;

    private static Sensor sensor(int id, Sensor.Kind kind, double latitude) {
        return new Sensor(
                id,
                "S" + id,
                kind,
                -1,
                -1,
                Frame.tangent(GeodeticPosition.ofDegrees(latitude, 16, 200)),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    private static AirPicture open(Sensor... sensors) {
        AirPicture picture = new AirPicture(1, Origin.RECORDED);
        picture.accept(new Site(START, "test", World.EARTH, List.of(sensors)), change -> {});
        picture.accept(Settings.standard(START), change -> {});
        return picture;
    }

    private static long at(double seconds) {
        return START + Time.ofSeconds(seconds);
    }

    private static Strobe strobe(double seconds, double degrees) {
        return new Strobe(
                0,
                at(seconds),
                at(seconds),
                Origin.RECORDED,
                Strobe.Kind.EMISSION,
                Math.toRadians(degrees),
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    @Test
    void shouldTellDirectionsThatNoTrackExplainsWhileTheyStand() {
        AirPicture picture = open(sensor(0, Sensor.Kind.DIRECTION_FINDER, 48));
        for (int s = 0; s < 5; s++) {
            picture.accept(strobe(s, 30 + 0.1 * s), change -> {});
            picture.accept(strobe(s + 0.2, 200), change -> {});
            picture.accept(new Tick(at(s + 0.9)), change -> {});
        }
        List<Strobe> alone = new ArrayList<>();
        picture.forEachStrobe(alone::add);

        assertThat(alone).extracting(Strobe::measured).containsExactly(at(4), at(4.2));
        assertThat(tracks(picture)).isEmpty();
        picture.accept(new Tick(at(30)), change -> {});
        List<Strobe> later = new ArrayList<>();
        picture.forEachStrobe(later::add);
        assertThat(later).isEmpty();
    }

    private static Observation seen(int post, double seconds, double degrees) {
        return new Observation(
                post,
                at(seconds),
                at(seconds + 10),
                at(seconds + 15),
                Origin.RECORDED,
                null,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Math.toRadians(degrees),
                Double.NaN,
                4_000,
                Double.NaN,
                Math.toRadians(90),
                Double.NaN,
                300,
                700,
                2,
                Observation.Craft.DRONE,
                "like a moped");
    }

    @Test
    void shouldTellWhatPeopleSawOfATrack() {
        AirPicture picture =
                open(sensor(0, Sensor.Kind.OBSERVER, 48), sensor(1, Sensor.Kind.OBSERVER, 48.07));
        picture.accept(seen(0, 0, 0), change -> {});
        picture.accept(new Tick(at(16)), change -> {});
        assertThat(picture.sightings()).isEmpty();
        picture.accept(seen(1, 5, 180), change -> {});
        picture.accept(new Tick(at(21)), change -> {});

        assertThat(tracks(picture)).hasSize(1);
        assertThat(picture.sightings()).hasSize(1);
        Sighting sighting = picture.sightings().getFirst();
        assertThat(sighting.track()).isEqualTo(tracks(picture).getFirst().number());
        assertThat(sighting.type()).isEqualTo(Observation.Craft.DRONE);
        assertThat(sighting.observers()).isEqualTo(2);
        assertThat(picture.doubts()).isEmpty();
    }

    private static List<Track> tracks(AirPicture picture) {
        List<Track> tracks = new ArrayList<>();
        picture.forEachTrack(tracks::add);
        return tracks;
    }
}
