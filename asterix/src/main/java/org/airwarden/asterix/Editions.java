package org.airwarden.asterix;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which edition to read each category with: one for the category, and others for single sources. A
 * category octet does not tell its edition, so whoever knows a source says it here; {@link
 * EditionFit} helps who does not. Immutable.
 */
public final class Editions {
    private static final int CATEGORIES = 256;

    /**
     * Filled on demand where {@link #newestElsewhere} is set. Threads may race to fill it: they put
     * in the same immutable definition.
     */
    private final @Nullable Definition[] byCategory;

    private final boolean newestElsewhere;
    private final Map<Integer, Definition> bySource;

    private Editions(
            @Nullable Definition[] byCategory,
            boolean newestElsewhere,
            Map<Integer, Definition> bySource) {
        this.byCategory = byCategory;
        this.newestElsewhere = newestElsewhere;
        this.bySource = bySource;
    }

    /** No category at all. */
    public static Editions none() {
        return new Editions(new @Nullable Definition[CATEGORIES], false, Map.of());
    }

    /** The newest bundled edition of every category; each is loaded when first needed. */
    public static Editions newest() {
        return new Editions(new @Nullable Definition[CATEGORIES], true, Map.of());
    }

    /** These, but with this edition for its category. */
    public Editions with(Definition definition) {
        @Nullable Definition[] changed = byCategory.clone();
        changed[definition.category()] = definition;
        return new Editions(changed, newestElsewhere, bySource);
    }

    /**
     * These, but with this bundled edition.
     *
     * @throws IllegalArgumentException when it is not bundled
     */
    public Editions with(int category, String edition) {
        return with(Definitions.of(category, edition));
    }

    /** These, but with this edition for the blocks of its category that come from one source. */
    public Editions with(int sac, int sic, Definition definition) {
        Map<Integer, Definition> changed = new HashMap<>(bySource);
        changed.put(key(definition.category(), sac, sic), definition);
        return new Editions(byCategory, newestElsewhere, Map.copyOf(changed));
    }

    /** The edition for a category where no other is set for the source; or null. */
    public @Nullable Definition of(int category) {
        Definition known = byCategory[category];
        if (known == null && newestElsewhere && !Definitions.editions(category).isEmpty()) {
            known = Definitions.newest(category);
            byCategory[category] = known;
        }
        return known;
    }

    /** The edition for a source's category, or null. */
    public @Nullable Definition of(int category, int sac, int sic) {
        Definition own = bySource.get(key(category, sac, sic));
        return own != null ? own : of(category);
    }

    /**
     * The edition for a block. Its source is that of the first record; the source stands first in
     * every bundled edition of every category.
     */
    @Nullable Definition choose(int category, byte[] data, int from, int to) {
        if (bySource.isEmpty() || from >= to || (data[from] & 0x80) == 0) {
            return of(category);
        }
        int at = from;
        while (at < to && (data[at] & 1) != 0) {
            at++;
        }
        if (at + 2 >= to) {
            return of(category);
        }
        return of(category, data[at + 1] & 0xFF, data[at + 2] & 0xFF);
    }

    private static int key(int category, int sac, int sic) {
        return (category << 16) | (sac << 8) | sic;
    }
}
