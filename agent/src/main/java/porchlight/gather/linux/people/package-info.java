/** What is set for each person with an account on this Linux. */
@NullMarked
package porchlight.gather.linux.people;

import org.jspecify.annotations.NullMarked;
