/** What was read: facts as values, and "could not tell" as one of them. Imports nothing of ours. */
@NullMarked
package porchlight.facts;

import org.jspecify.annotations.NullMarked;
