/** Building the installed product. */
@NullMarked
package porchlight.installer;

import org.jspecify.annotations.NullMarked;
