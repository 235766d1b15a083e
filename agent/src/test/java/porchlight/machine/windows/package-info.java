/** What Windows writes into memory, composed here byte by byte: no Windows was at hand. */
@NullMarked
package porchlight.machine.windows;

import org.jspecify.annotations.NullMarked;
