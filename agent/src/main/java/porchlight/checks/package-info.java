/** Judging one fact or several: pure records, no clock, no input or output. */
@NullMarked
package porchlight.checks;

import org.jspecify.annotations.NullMarked;
