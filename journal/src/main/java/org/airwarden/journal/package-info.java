/**
 * The durable log: everything that goes into the picture, and what people were shown of it.
 *
 * <p>A journal is a directory of segments, files named by number, each of some minutes. {@link
 * org.airwarden.journal.JournalWriter} appends to the newest; a finished one is never written to
 * again and can be removed when it is old. A segment begins with a {@link
 * org.airwarden.journal.JournalHeader} (engine version, hash of the configuration, origin), goes on
 * with entries ({@link org.airwarden.journal.JournalEntry}), each with type, version, length, time
 * and CRC-32C, and ends with an index of its snapshots.
 *
 * <p>{@link org.airwarden.journal.JournalReader} opens it, tells its times, and seeks: to the last
 * snapshot before a time, from where a {@link org.airwarden.journal.JournalCursor} walks on through
 * the entries, also into what is still being written. Damage never stops it: {@link
 * org.airwarden.journal.JournalDamage} says where and what, and reading goes on with the next whole
 * entry.
 *
 * <p>The journal knows no clock and no thread of its own. The format is written down in {@code
 * docs/reference/journal.md}.
 */
@NullMarked
package org.airwarden.journal;

import org.jspecify.annotations.NullMarked;
