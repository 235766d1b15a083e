/** Central: where agents report to, and the dashboard over what they said. */
@NullMarked
package porchlight.central;

import org.jspecify.annotations.NullMarked;
