package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether anybody but administrators could have written what we would believe. */
class SddlTest {
  private static final String ME = "S-1-5-18";
  private static final String ANN = "S-1-5-21-1-2-3-1001";

  /** What a folder has that an administrator simply makes below ProgramData. */
  private static final String AS_IT_COMES =
      "O:BAD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIIOID;GA;;;CO)"
          + "(A;OICIID;0x1200a9;;;BU)(A;CIID;DCLCRPCR;;;BU)";

  private static Optional<String> weakness(String sddl) {
    return Sddl.weakness(sddl, ME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;;0x1200a9;;;BU)",
        "O:SYG:SYD:P(A;OICI;0x1f01ff;;;S-1-5-18)(A;OICI;FA;;;S-1-5-32-544)",
        "O:LAG:S-1-5-21-1-2-3-513D:PAI(A;;FA;;;BA)(A;;FRFX;;;WD)(D;;FW;;;WD)",
        "O:BAD:P(A;OICIIO;GA;;;CO)(A;;FA;;;SY)(A;;CCSWRPLO;;;BU)",
        "O:SYD:P",
      })
  void what_only_administrators_may_change_is_ours(String sddl) {
    assertEquals(Optional.empty(), weakness(sddl));
  }

  @Test
  void a_folder_that_inherits_from_where_anybody_may_make_files_is_not() {
    assertEquals(Optional.of("others than administrators may write there"), weakness(AS_IT_COMES));
    assertEquals(Optional.empty(), weakness(AS_IT_COMES.replace("(A;CIID;DCLCRPCR;;;BU)", "")));
  }

  @Test
  void a_folder_that_somebody_else_made_first_is_not() {
    String anns = "O:" + ANN + "D:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)";
    assertEquals(Optional.of("it belongs to somebody who is no administrator"), weakness(anns));
    assertEquals(Optional.empty(), Sddl.weakness(anns, ANN), "her own is hers to believe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FA",
        "FW",
        "GA",
        "GW",
        "0x2",
        "0x4",
        "WD",
        "WO",
        "SD",
        "DT",
        "0x1301bf",
        "DC",
        "??"
      })
  void any_right_by_which_something_could_be_put_there_counts(String right) {
    for (String who : new String[] {"WD", "BU", "AU", "IU", "PU", "OW", ANN}) {
      assertTrue(
          weakness("O:SYD:P(A;;FA;;;SY)(A;OICIIO;" + right + ";;;" + who + ")").isPresent(), who);
    }
  }

  @Test
  void a_maker_who_may_change_the_folder_itself_is_a_stranger() {
    assertTrue(weakness("O:BAD:P(A;;FA;;;CO)").isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "O:SY",
        "O:SYG:SY",
        "D:(A;;FA;;;SY)",
        "O:SYD:NO_ACCESS_CONTROL",
        "O:SYD:P(A;;FA;;;SY",
        "O:SYD:P(A;;FA;SY)",
        "O:SYD:P(XA;;FX;;;WD;(Member_of{SID(BA)}))",
        "O:SYD:P(OA;;FA;;;SY)",
        "O:SYD:P(A;;FA;;;SY)S:(ML;;NW;;;LW)x",
        "\uFFFD",
      })
  void what_is_not_understood_is_not_ours(String sddl) {
    assertTrue(weakness(sddl).isPresent());
  }
}
