/**
 * What Windows says by its libraries: thin, without judgment; all that is read of bytes is pure.
 */
@NullMarked
package porchlight.machine.windows;

import org.jspecify.annotations.NullMarked;
