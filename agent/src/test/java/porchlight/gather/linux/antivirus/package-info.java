@NullMarked
package porchlight.gather.linux.antivirus;

import org.jspecify.annotations.NullMarked;
