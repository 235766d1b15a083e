/** What keeps a Linux laptop as it was made, and whom it trusts. */
@NullMarked
package porchlight.gather.linux.integrity;

import org.jspecify.annotations.NullMarked;
