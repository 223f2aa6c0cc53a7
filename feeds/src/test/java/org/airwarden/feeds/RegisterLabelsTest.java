package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.airwarden.asterix.BlockWalker;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.Definitions;
import org.airwarden.asterix.Editions;
import org.airwarden.asterix.Fault;
import org.airwarden.asterix.Item;
import org.airwarden.asterix.RecordHandler;
import org.airwarden.asterix.RecordView;
import org.airwarden.modes.KnownState;
import org.airwarden.modes.Register;
import org.airwarden.modes.RegisterInference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Comm-B inference says of registers, against a radar that asked for them and hence knows: an
 * hour of I048/250, 92,414 registers. The labels come in by one library, the names by the other.
 */
class RegisterLabelsTest {

    private final Map<String, Integer> confusion = new TreeMap<>();
    private final RegisterInference inference = new RegisterInference();
    private final KnownState known = new KnownState();
    private int labelled;
    private int named;
    private int wrong;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldHardlyEverNameAWrongRegister(boolean withVelocity) throws IOException {
        byte[] bytes =
                Files.readAllBytes(SharedRecordings.file("bcn-20230502/ssr_modes_cat048.ast"));
        Definition definition = Definitions.newest(48);
        Item registers = definition.item("250");
        Handle level = Handle.of(definition, "090/FL", "090");
        Handle speed = Handle.of(definition, "200/GSP");
        Handle heading = Handle.of(definition, "200/HDG");
        Map<String, Integer> faults = new HashMap<>();
        new BlockWalker(Editions.none().with(definition))
                .walk(
                        bytes,
                        new RecordHandler() {
                            @Override
                            public void record(RecordView record) {
                                known.clear();
                                known.pressureHeight(level.value(record));
                                if (withVelocity) {
                                    known.velocity(speed.value(record), heading.value(record));
                                }
                                int from = record.start(registers);
                                int to = from + record.size(registers);
                                for (int at = from; from >= 0 && at + 8 <= to; at += 8) {
                                    judge(record.data(), at);
                                }
                            }

                            @Override
                            public void fault(Fault fault) {
                                faults.merge(fault.toString(), 1, Integer::sum);
                            }
                        });
        assertThat(faults).isEmpty();
        System.out.println("Comm-B labels, velocity " + withVelocity + ": " + confusion);
        assertThat(labelled).isEqualTo(91_820);
        assertThat(wrong).as(confusion.toString()).isLessThan(10);
        assertThat(named).as(confusion.toString()).isGreaterThan(labelled * 97 / 100);
    }

    private void judge(byte[] data, int at) {
        long content = 0;
        for (int i = 0; i < 7; i++) {
            content = content << 8 | (data[at + i] & 0xFF);
        }
        int label = data[at + 7] & 0xFF;
        Register register = inference.infer(content, known);
        confusion.merge(Integer.toHexString(label) + " named " + register.text(), 1, Integer::sum);
        // The radar labels some 0,0: it does not know them either.
        if (label != 0) {
            labelled++;
            named += register == Register.UNKNOWN ? 0 : 1;
            wrong += register == Register.UNKNOWN || register.code() == label ? 0 : 1;
        }
    }
}
