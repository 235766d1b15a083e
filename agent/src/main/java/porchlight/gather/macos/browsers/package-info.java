/** Browsers and password managers on macOS. */
@NullMarked
package porchlight.gather.macos.browsers;

import org.jspecify.annotations.NullMarked;
