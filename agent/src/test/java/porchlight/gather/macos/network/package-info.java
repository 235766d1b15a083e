@NullMarked
package porchlight.gather.macos.network;

import org.jspecify.annotations.NullMarked;
