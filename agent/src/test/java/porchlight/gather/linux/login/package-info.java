/** Tests of what starts sessions on Linux. */
@NullMarked
package porchlight.gather.linux.login;

import org.jspecify.annotations.NullMarked;
