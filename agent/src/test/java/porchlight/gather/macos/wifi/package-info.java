@NullMarked
package porchlight.gather.macos.wifi;

import org.jspecify.annotations.NullMarked;
