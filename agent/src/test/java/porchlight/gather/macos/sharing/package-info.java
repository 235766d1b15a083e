@NullMarked
package porchlight.gather.macos.sharing;

import org.jspecify.annotations.NullMarked;
