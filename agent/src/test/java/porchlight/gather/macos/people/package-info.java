@NullMarked
package porchlight.gather.macos.people;

import org.jspecify.annotations.NullMarked;
