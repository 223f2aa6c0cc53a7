package org.airwarden.simulation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Turns YAML 1.2 into a {@link YamlTree}. Aliases are written out within a limit of nodes and of
 * depth, so that a small file cannot become a large one, and none contains itself.
 */
final class YamlText {
    private static final int MOST_NODES = 200_000;
    private static final int MOST_DEPTH = 16;
    private static final int MOST_ALIASES = 200;
    private static final int MOST_CHARACTERS = 4_000_000;

    private final String file;
    private final Problems problems;
    private int nodes;
    private boolean tooLarge;

    private YamlText(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reads a text whole; returns null, with a problem noted, where it is no YAML. */
    static @Nullable YamlTree parse(String file, String text, Problems problems) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(file)
                        .setUseMarks(true)
                        .setMaxAliasesForCollections(MOST_ALIASES)
                        .setCodePointLimit(MOST_CHARACTERS)
                        .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                problems.add(
                        new ScenarioProblem(
                                file, 1, 1, "the file is empty", "begin with 'name: my-scenario'"));
                return null;
            }
            YamlText reader = new YamlText(file, problems);
            YamlTree tree = reader.tree(root.get(), 0);
            return reader.tooLarge ? null : tree;
        } catch (MarkedYamlEngineException wrong) {
            Optional<Mark> mark = wrong.getProblemMark();
            problems.add(
                    new ScenarioProblem(
                            file,
                            mark.map(Mark::getLine).orElse(0) + 1,
                            mark.map(Mark::getColumn).orElse(0) + 1,
                            "this is not YAML: " + oneLine(wrong.getProblem()),
                            "check indentation (spaces, no tabs), colons and quotes here"));
        } catch (YamlEngineException wrong) {
            problems.add(
                    new ScenarioProblem(
                            file,
                            1,
                            1,
                            "this is not YAML: " + oneLine(wrong.getMessage()),
                            "check the whole file"));
        }
        return null;
    }

    private static String oneLine(@Nullable String message) {
        return String.valueOf(message).replaceAll("\\s+", " ");
    }

    private YamlTree tree(Node node, int depth) {
        Optional<Mark> mark = node.getStartMark();
        int line = mark.map(Mark::getLine).orElse(0) + 1;
        int column = mark.map(Mark::getColumn).orElse(0) + 1;
        nodes++;
        boolean refused = tooLarge || nodes > MOST_NODES || depth > MOST_DEPTH;
        if (refused && !tooLarge) {
            tooLarge = true;
            problems.add(
                    new ScenarioProblem(
                            file,
                            line,
                            column,
                            "the file is nested too deeply, or too large with its aliases written"
                                    + " out",
                            "use aliases (*name) for short parts alone, and none inside itself"));
        }
        return switch (node) {
            case ScalarNode scalar -> YamlTree.ofText(file, line, column, scalar.getValue());
            case SequenceNode sequence -> {
                YamlTree list = YamlTree.ofList(file, line, column);
                List<YamlTree> members = Objects.requireNonNull(list.members());
                for (Node member : refused ? List.<Node>of() : sequence.getValue()) {
                    members.add(tree(member, depth + 1));
                }
                yield list;
            }
            case MappingNode mapping -> {
                YamlTree map = YamlTree.ofMap(file, line, column);
                for (NodeTuple tuple : refused ? List.<NodeTuple>of() : mapping.getValue()) {
                    addField(map, tuple, depth);
                }
                yield map;
            }
            default -> YamlTree.ofText(file, line, column, "");
        };
    }

    private void addField(YamlTree map, NodeTuple tuple, int depth) {
        YamlTree key = tree(tuple.getKeyNode(), depth + 1);
        YamlTree value = tree(tuple.getValueNode(), depth + 1);
        String name = key.text();
        if (name == null) {
            problems.add(key, "a key is " + key.sort(), "write 'key: value'");
            return;
        }
        Map<String, YamlTree.Field> fields = Objects.requireNonNull(map.fields());
        YamlTree.Field first = fields.putIfAbsent(name, new YamlTree.Field(key, value));
        if (first != null) {
            problems.add(
                    key,
                    "'" + name + "' stands here twice, first on line " + first.key().line(),
                    "keep one of them");
        }
    }
}
