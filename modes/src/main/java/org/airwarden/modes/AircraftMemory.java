package org.airwarden.modes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What an aircraft said earlier and later messages need: version, accuracy and the supplements to
 * its integrity category. Forgotten ten minutes after its last message.
 *
 * <p>The objects that reports share (address, call sign, quality) are kept too, so that they are
 * not made anew for each message; this is no state and stays out of snapshots.
 */
final class AircraftMemory {

    private static final long FORGET_AFTER = 600 * Units.SECOND;

    /** How long velocity and height stay a guide to what a Comm-B reply may hold. */
    private static final long FRESH = 30 * Units.SECOND;

    private static final long NEVER = Long.MIN_VALUE;
    private static final int MAXIMUM_AIRCRAFT = 1 << 16;

    static final class Aircraft extends AddressTable.Entry {
        final AircraftAddress address;
        private int version = -1;
        private int accuracy = -1;
        private int integrity = -1;
        private boolean supplementA;
        private boolean supplementC;

        private long velocityTime = NEVER;
        private float groundSpeed;
        private float track;
        private float verticalRate;
        private long heightTime = NEVER;
        private float pressureHeight;
        private long saidCallSign;
        private long capability;

        private long characters = -1;
        private String callSign = "";
        private int qualityKey = -1;
        private @Nullable PositionQuality quality;

        Aircraft(int key) {
            super(key);
            address = AircraftAddress.ofKey(key);
        }

        int version() {
            return version;
        }

        int accuracyCategory() {
            return accuracy;
        }

        int sourceIntegrity() {
            return integrity;
        }

        void noteStatus(long me) {
            version = OperationalStatus.version(me);
            accuracy = version == 0 ? -1 : OperationalStatus.navigationAccuracy(me);
            integrity = version == 0 ? -1 : OperationalStatus.sourceIntegrity(me);
            supplementA = OperationalStatus.nicSupplementA(me);
            // Airborne status has another meaning at this place, so the last word on it stays.
            if (OperationalStatus.subtype(me) == 1) {
                supplementC = OperationalStatus.nicSupplementC(me);
            }
            qualityKey = -1;
        }

        void noteVelocity(long time, double speed, double angle, double rate) {
            velocityTime = time;
            groundSpeed = (float) speed;
            track = (float) angle;
            verticalRate = (float) rate;
        }

        void noteHeight(long time, double metres) {
            if (!Double.isNaN(metres)) {
                heightTime = time;
                pressureHeight = (float) metres;
            }
        }

        void noteCapability(long register) {
            capability = register;
        }

        /** Fills what later Comm-B replies are judged by, as far as it is fresh. */
        KnownState known(long time, KnownState into) {
            into.clear().callSign(saidCallSign).capability(capability);
            if (isFresh(time, velocityTime)) {
                into.velocity(groundSpeed, track).verticalRate(verticalRate);
            }
            if (isFresh(time, heightTime)) {
                into.pressureHeight(pressureHeight);
            }
            return into;
        }

        private static boolean isFresh(long time, long noted) {
            return noted != NEVER && Math.abs(time - noted) <= FRESH;
        }

        String callSign(long newCharacters) {
            saidCallSign = newCharacters;
            if (newCharacters != characters) {
                characters = newCharacters;
                callSign = AircraftIdentification.text(newCharacters);
            }
            return callSign;
        }

        PositionQuality quality(int typeCode, boolean supplementB) {
            int wanted = typeCode << 1 | (supplementB ? 1 : 0);
            PositionQuality known = quality;
            if (known == null || wanted != qualityKey) {
                known =
                        new PositionQuality(
                                version,
                                PositionIntegrity.category(
                                        version, typeCode, supplementA, supplementB, supplementC),
                                PositionIntegrity.radius(
                                        version, typeCode, supplementA, supplementB, supplementC),
                                accuracy,
                                integrity);
                qualityKey = wanted;
                quality = known;
            }
            return known;
        }
    }

    private final AddressTable<Aircraft> table =
            new AddressTable<>(Aircraft::new, FORGET_AFTER, MAXIMUM_AIRCRAFT);
    private long latest;

    Aircraft of(long time, AddressKind kind, int address) {
        latest = time;
        return table.touch(kind.code() << 24 | address, time);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(latest);
        var entries = table.sorted(latest);
        out.writeInt(entries.size());
        for (Aircraft aircraft : entries) {
            out.writeInt(aircraft.key);
            out.writeLong(aircraft.seen);
            out.writeByte(aircraft.version);
            out.writeByte(aircraft.accuracy);
            out.writeByte(aircraft.integrity);
            out.writeBoolean(aircraft.supplementA);
            out.writeBoolean(aircraft.supplementC);
            out.writeLong(aircraft.velocityTime);
            out.writeFloat(aircraft.groundSpeed);
            out.writeFloat(aircraft.track);
            out.writeFloat(aircraft.verticalRate);
            out.writeLong(aircraft.heightTime);
            out.writeFloat(aircraft.pressureHeight);
            out.writeLong(aircraft.saidCallSign);
            out.writeLong(aircraft.capability);
        }
    }

    void read(DataInput in) throws IOException {
        table.clear();
        latest = in.readLong();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            Aircraft aircraft = new Aircraft(in.readInt());
            aircraft.seen = in.readLong();
            aircraft.version = in.readByte();
            aircraft.accuracy = in.readByte();
            aircraft.integrity = in.readByte();
            aircraft.supplementA = in.readBoolean();
            aircraft.supplementC = in.readBoolean();
            aircraft.velocityTime = in.readLong();
            aircraft.groundSpeed = in.readFloat();
            aircraft.track = in.readFloat();
            aircraft.verticalRate = in.readFloat();
            aircraft.heightTime = in.readLong();
            aircraft.pressureHeight = in.readFloat();
            aircraft.saidCallSign = in.readLong();
            aircraft.capability = in.readLong();
            table.put(aircraft);
        }
    }
}
