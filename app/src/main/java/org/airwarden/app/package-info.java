/**
 * The command line: each command reads its words, says what is wrong with them in one line, and
 * hands the work to the rooms below. Progress and remarks go to standard error, results to standard
 * output. Exit codes: 0 done, 1 the work failed, 2 misuse.
 */
@NullMarked
package org.airwarden.app;

import org.jspecify.annotations.NullMarked;
