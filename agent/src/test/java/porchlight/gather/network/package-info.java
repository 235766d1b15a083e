@NullMarked
package porchlight.gather.network;

import org.jspecify.annotations.NullMarked;
