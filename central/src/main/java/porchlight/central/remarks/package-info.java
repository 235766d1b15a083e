/**
 * What techs say about what is seen, as values: imports nothing of ours but the words of reports.
 */
@NullMarked
package porchlight.central.remarks;

import org.jspecify.annotations.NullMarked;
