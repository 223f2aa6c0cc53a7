package org.airwarden.simulation;

/**
 * MemberNames of a group's members, {@code group-1} and so on, with their numbers for random
 * streams: the first ones are kept, as every run asks for them. Immutable; any thread.
 */
final class MemberNames {
    private final String group;
    private final String[] names;
    private final long[] keys;

    /**
     * Makes names.
     *
     * @param kept how many to keep
     */
    MemberNames(String group, int kept) {
        this.group = group;
        names = new String[kept];
        keys = new long[kept];
        for (int i = 0; i < kept; i++) {
            names[i] = group + "-" + (i + 1);
            keys[i] = RandomStream.nameOf(names[i]);
        }
    }

    /** Returns the name of a member, from 0. */
    String name(int member) {
        return member < names.length ? names[member] : group + "-" + (member + 1);
    }

    /** Returns its number for random streams. */
    long key(int member) {
        return member < keys.length ? keys[member] : RandomStream.nameOf(name(member));
    }
}
