@NullMarked
package porchlight.gather.macos.upkeep;

import org.jspecify.annotations.NullMarked;
