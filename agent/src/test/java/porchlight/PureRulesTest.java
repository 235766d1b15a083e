package porchlight;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;
import porchlight.machine.Run;

/** The rules of the house: what touches nothing, and who may print, run, or read a clock. */
class PureRulesTest {
  private static final String[] VALUES = {
    "porchlight.facts..", "porchlight.checks..", "porchlight.policy..", "porchlight.report.."
  };

  @Test
  void values_are_records_enums_and_interfaces() {
    classes()
        .that()
        .resideInAnyPackage(VALUES)
        .and()
        .areTopLevelClasses()
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .beRecords()
        .orShould()
        .beEnums()
        .orShould()
        .beInterfaces()
        .because("judging is pure: the same facts give the same findings, always")
        .check(House.MAIN);
  }

  @Test
  void values_touch_nothing() {
    noClasses()
        .that()
        .resideInAnyPackage(VALUES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.nio.file..",
            "java.util.logging..",
            "org.slf4j..",
            "java.util.random..",
            "java.util.concurrent..")
        .because("values have no clock, no chance, no input and no output")
        .check(House.MAIN);
  }

  @Test
  void time_and_chance_enter_in_the_hall() {
    noClasses()
        .that()
        .resideOutsideOfPackage("porchlight")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callConstructor(java.util.Random.class)
        .because("what is passed in can be tested")
        .check(House.MAIN);
  }

  @Test
  void only_screens_print() {
    noClasses()
        .that()
        .resideOutsideOfPackages("porchlight.cli..", "porchlight", "porchlight.daemon..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("standard output is a contract")
        .check(House.MAIN);
  }

  @Test
  void a_run_is_a_constant_of_a_tool_class() {
    classes()
        .that()
        .resideOutsideOfPackage("porchlight.machine..")
        .should(makeRunsOnlyAsConstants())
        .because(
            "the list of what may run is readable, and never built from text that came from"
                + " outside")
        .check(House.MAIN);
  }

  private static ArchCondition<JavaClass> makeRunsOnlyAsConstants() {
    return new ArchCondition<>("make a Run only in a static initialiser of the gather room") {
      @Override
      public void check(JavaClass kind, ConditionEvents events) {
        for (JavaCodeUnit unit : kind.getCodeUnits()) {
          boolean constant =
              unit.getName().equals("<clinit>")
                  && kind.getPackageName().startsWith("porchlight.gather");
          boolean makes =
              unit.getCallsFromSelf().stream()
                  .anyMatch(call ->
                      call.getTargetOwner().isEquivalentTo(Run.class)
                          && (call.getName().equals("of") || call.getName().equals("<init>")));
          if (makes && !constant) {
            events.add(SimpleConditionEvent.violated(kind, unit.getFullName() + " makes a Run"));
          }
        }
      }
    };
  }
}
