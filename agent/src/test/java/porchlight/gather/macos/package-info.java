@NullMarked
package porchlight.gather.macos;

import org.jspecify.annotations.NullMarked;
