@NullMarked
package porchlight.gather.linux.remote;

import org.jspecify.annotations.NullMarked;
