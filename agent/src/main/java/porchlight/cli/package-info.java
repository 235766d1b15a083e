/** Commands and screens. */
@NullMarked
package porchlight.cli;

import org.jspecify.annotations.NullMarked;
