@NullMarked
package porchlight.gather.macos.integrity;

import org.jspecify.annotations.NullMarked;
