/** What starts sessions on Linux, and whether it asks for a password. */
@NullMarked
package porchlight.gather.linux.login;

import org.jspecify.annotations.NullMarked;
