/** What browsers and password managers keep of their settings, on every system. */
@NullMarked
package porchlight.gather.browsers;

import org.jspecify.annotations.NullMarked;
