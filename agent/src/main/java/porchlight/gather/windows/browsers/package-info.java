/** Browsers and password managers on Windows. */
@NullMarked
package porchlight.gather.windows.browsers;

import org.jspecify.annotations.NullMarked;
