@NullMarked
package porchlight.gather.linux.integrity;

import org.jspecify.annotations.NullMarked;
