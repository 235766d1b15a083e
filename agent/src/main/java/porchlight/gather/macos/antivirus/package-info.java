/** Antivirus on macOS. */
@NullMarked
package porchlight.gather.macos.antivirus;

import org.jspecify.annotations.NullMarked;
