package org.airwarden.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Holds the walls of the house: which room may use which, and how the engine computes. */
class WallsTest {
    private static final String ROOT = "org.airwarden.";

    /**
     * The table in docs/architecture.md: a room and the rooms it names; what lies under follows.
     */
    private static final Map<String, List<String>> HOUSE = new LinkedHashMap<>();

    static {
        HOUSE.put("geodesy", List.of());
        HOUSE.put("asterix", List.of());
        HOUSE.put("modes", List.of());
        HOUSE.put("model", List.of("geodesy"));
        HOUSE.put("tracking", List.of("model"));
        HOUSE.put("identification", List.of("model"));
        HOUSE.put("warning", List.of("model"));
        HOUSE.put("picture", List.of("tracking", "identification", "warning"));
        HOUSE.put("feeds", List.of("asterix", "modes", "model"));
        HOUSE.put("journal", List.of("model"));
        HOUSE.put("simulation", List.of("picture", "feeds"));
        HOUSE.put("server", List.of("picture", "feeds", "journal"));
        HOUSE.put("analysis", List.of("simulation", "journal"));
        HOUSE.put("app", List.of("server", "analysis"));
    }

    /** Rooms that must compute the same bits everywhere. */
    private static final Set<String> EXACT =
            Set.of(
                    "geodesy",
                    "model",
                    "tracking",
                    "identification",
                    "warning",
                    "picture",
                    "simulation",
                    "analysis");

    /** The functions of Math that are exact by their specification. */
    private static final Set<String> EXACT_FUNCTIONS =
            Set.of(
                    "sqrt",
                    "fma",
                    "abs",
                    "min",
                    "max",
                    "clamp",
                    "floor",
                    "ceil",
                    "rint",
                    "round",
                    "floorDiv",
                    "floorMod",
                    "ceilDiv",
                    "addExact",
                    "subtractExact",
                    "multiplyExact",
                    "negateExact",
                    "toIntExact",
                    "absExact",
                    "signum",
                    "copySign",
                    "multiplyHigh",
                    "scalb",
                    "getExponent",
                    "nextUp",
                    "nextDown",
                    "ulp",
                    "toRadians",
                    "toDegrees");

    private static JavaClasses all;

    @BeforeAll
    static void readClasses() {
        all =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.airwarden");
    }

    /**
     * Maven lets the program's own test scope win over what its rooms need: then it is not shipped.
     */
    @Test
    void shouldShipWhatTheRoomsNeed() throws Exception {
        Set<String> onlyTested = dependencies("app", true);
        assertThat(onlyTested).isNotEmpty();
        for (String room : HOUSE.keySet()) {
            assertThat(dependencies(room, false)).as(room).doesNotContainAnyElementsOf(onlyTested);
        }
    }

    /** The artifacts that a room's build file names, for its tests only or for itself. */
    private static Set<String> dependencies(String room, boolean forTests) throws Exception {
        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(Program.ROOT.resolve(room).resolve("pom.xml").toFile());
        var all = document.getElementsByTagName("dependency");
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element one = (Element) all.item(i);
            var scope = one.getElementsByTagName("scope");
            boolean tested = scope.getLength() > 0 && scope.item(0).getTextContent().equals("test");
            if (tested == forTests) {
                found.add(one.getElementsByTagName("artifactId").item(0).getTextContent());
            }
        }
        return found;
    }

    static Stream<String> rooms() {
        return HOUSE.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void shouldUseOnlyTheRoomsUnderIt(String room) {
        Set<String> allowed = under(room);
        String[] forbidden =
                HOUSE.keySet().stream()
                        .filter(other -> !allowed.contains(other) && !other.equals(room))
                        .map(other -> ROOT + other + "..")
                        .toArray(String[]::new);
        if (forbidden.length > 0) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .check(all);
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void shouldKeepEachRoomInOneFlatPackage(String room) {
        classes()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .resideInAPackage(ROOT + room)
                .check(all);
        assertThat(all.stream().filter(c -> c.getPackageName().equals(ROOT + room)))
                .as("classes of " + room)
                .hasSizeGreaterThan(1);
    }

    @Test
    void shouldComputeTheSameBitsEverywhere() {
        noClasses()
                .that(resideInExactRooms())
                .should()
                .callMethodWhere(isInexactFunction())
                .check(all);
    }

    @Test
    void shouldReadNoClockAndDrawNoUnseededNumber() {
        noClasses()
                .that(resideInExactRooms())
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.concurrent.ThreadLocalRandom.class)
                .orShould()
                .callConstructor(java.util.Random.class)
                .orShould()
                .callConstructor(java.util.SplittableRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .check(all);
    }

    @Test
    void shouldNotLetHashOrderIntoTheEngine() {
        noClasses()
                .that(resideInExactRooms())
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.HashMap")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.HashSet")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.IdentityHashMap")
                .check(all);
    }

    @Test
    void shouldKeepTheWireLibrariesFreeOfEverythingElse() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + "asterix", ROOT + "modes", ROOT + "geodesy", ROOT + "model")
                .should()
                .dependOnClassesThat(
                        new DescribedPredicate<>("are of a library") {
                            @Override
                            public boolean test(JavaClass type) {
                                String name = type.getBaseComponentType().getName();
                                return !type.getBaseComponentType().isPrimitive()
                                        && !name.startsWith("java.")
                                        && !name.startsWith("org.airwarden.")
                                        && !name.startsWith("org.jspecify.");
                            }
                        })
                .check(all);
    }

    private static DescribedPredicate<JavaClass> resideInExactRooms() {
        return new DescribedPredicate<>("reside in a room of exact arithmetic") {
            @Override
            public boolean test(JavaClass type) {
                return EXACT.contains(type.getPackageName().replace(ROOT, ""));
            }
        };
    }

    private static DescribedPredicate<JavaMethodCall> isInexactFunction() {
        return new DescribedPredicate<>("a function of Math that may differ by machine") {
            @Override
            public boolean test(JavaMethodCall call) {
                MethodCallTarget target = call.getTarget();
                return target.getOwner().isEquivalentTo(Math.class)
                        && !EXACT_FUNCTIONS.contains(target.getName());
            }
        };
    }

    private static Set<String> under(String room) {
        Set<String> found = new TreeSet<>();
        for (String next : HOUSE.getOrDefault(room, List.of())) {
            found.add(next);
            found.addAll(under(next));
        }
        return found;
    }
}
