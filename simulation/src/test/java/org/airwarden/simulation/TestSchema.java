package org.airwarden.simulation;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** Holds YAML against the published schemas with a validator that we did not write. */
final class TestSchema {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Schema SCENARIO = of(Scenarios.schema());

    private TestSchema() {}

    private static Schema of(String schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON);
    }

    static boolean isYaml(String text) {
        try {
            MAPPER.writeValueAsString(load(text));
            return true;
        } catch (RuntimeException | StackOverflowError wrong) { // one that contains itself too
            return false;
        }
    }

    /** Returns what is wrong; the catalogue's schema is a part of the scenario's. */
    static List<String> errors(String which, String text) {
        String json = MAPPER.writeValueAsString(load(text));
        Schema schema = SCENARIO;
        if (which.equals("catalogue")) {
            schema =
                    of(
                            Scenarios.schema()
                                    .replaceFirst(
                                            "(?s)\"type\": \"object\",\\s*\"properties\":.*?\"\\$defs\":",
                                            "\"\\$ref\": \"#/\\$defs/catalogue\", \"\\$defs\":"));
        }
        return schema.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
    }

    private static Object load(String text) {
        return new Load(LoadSettings.builder().setAllowDuplicateKeys(true).build())
                .loadFromString(text);
    }
}
