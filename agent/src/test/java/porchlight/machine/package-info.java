/** Tests of asking, recording and replaying. */
@NullMarked
package porchlight.machine;

import org.jspecify.annotations.NullMarked;
