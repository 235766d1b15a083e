/** Reading facts out of a machine's answers, whatever the operating system. */
@NullMarked
package porchlight.gather;

import org.jspecify.annotations.NullMarked;
