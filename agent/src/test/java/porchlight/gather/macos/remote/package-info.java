@NullMarked
package porchlight.gather.macos.remote;

import org.jspecify.annotations.NullMarked;
