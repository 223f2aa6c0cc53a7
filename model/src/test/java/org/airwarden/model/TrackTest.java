package org.airwarden.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.airwarden.geodesy.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackTest {
    private static Track within(double accuracy) {
        return new Track(
                new TrackNumber(1, 2),
                0,
                0,
                0,
                0,
                0,
                World.EARTH,
                new Kinematics(0, 0, 0, 0, 0, 0, Covariance.ofUpper(new double[21])),
                true,
                Motion.UNDETERMINED,
                accuracy,
                Transponder.SILENT,
                List.of(),
                Origin.RECORDED);
    }

    /** Bounds as the table of NACp prints them: in metres and nautical miles of 1852 m. */
    @ParameterizedTest
    @CsvSource({
        "0, 11",
        "2.9, 11",
        "3, 10",
        "9.9, 10",
        "29, 9",
        "31, 8",
        "92, 8",
        "93, 7",
        "185, 7",
        "186, 6",
        "555, 6",
        "556, 5",
        "925, 5",
        "927, 4",
        "1851, 4",
        "1853, 3",
        "3703, 3",
        "3705, 2",
        "7407, 2",
        "7409, 1",
        "18519, 1",
        "18521, 0",
        "NaN, 0",
        "Infinity, 0"
    })
    void shouldHaveTheCategoryOfAnAdsbPositionOfTheSameAccuracy(double accuracy, int category) {
        assertThat(within(accuracy).accuracyCategory()).isEqualTo(category);
    }
}
