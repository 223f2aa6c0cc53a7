package org.airwarden.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.asterix.Definitions;
import org.airwarden.feeds.Format;

/** All decoders under test. A new decoder is added here, and nowhere else. */
final class Targets {
    private Targets() {}

    /** Every target, in the order in which people list them. */
    static List<Target> all() {
        List<Target> all = new ArrayList<>();
        all.add(new FramingTarget());
        all.add(new DetectorTarget());
        for (int category : Definitions.categories()) {
            all.add(new AsterixTarget(category));
        }
        all.add(new WalkerTarget());
        all.add(new DefinitionTarget());
        all.add(new BeastTarget());
        all.add(new AvrTarget());
        all.add(new SbsTarget());
        all.add(new ModeSTarget());
        all.add(new IqTarget());
        for (Format format : Format.values()) {
            all.add(new SourceTarget(format));
        }
        all.add(new SiteTarget());
        all.add(new JournalTarget());
        return List.copyOf(all);
    }

    /**
     * One target.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    static Target of(String name) {
        return all().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fuzz target " + name));
    }
}
