@NullMarked
package porchlight.gather.macos.browsers;

import org.jspecify.annotations.NullMarked;
