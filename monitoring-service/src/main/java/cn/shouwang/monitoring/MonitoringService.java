package cn.shouwang.monitoring;

import cn.shouwang.monitoring.alert.AlertEvent;
import cn.shouwang.monitoring.appeal.AppealEvent;
import cn.shouwang.monitoring.assistance.AssistanceEvent;
import cn.shouwang.monitoring.awareness.AwarenessEvent;
import cn.shouwang.monitoring.batch.BatchEvent;
import cn.shouwang.monitoring.clock.ClockEvent;
import cn.shouwang.monitoring.clue.ClueEvent;
import cn.shouwang.monitoring.duplicate.DuplicateEvent;
import cn.shouwang.monitoring.duty.DutyEvent;
import cn.shouwang.monitoring.duty.DutyYearEvent;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent;
import cn.shouwang.monitoring.helper.HelperEvent;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.incentive.IncentiveRuleEvent;
import cn.shouwang.monitoring.inquiry.InquiryEvent;
import cn.shouwang.monitoring.line.LineEvent;
import cn.shouwang.monitoring.marking.MarkingEvent;
import cn.shouwang.monitoring.match.MatchEvent;
import cn.shouwang.monitoring.notice.NoticeEvent;
import cn.shouwang.monitoring.quality.QualityEvent;
import cn.shouwang.monitoring.receipt.ReceiptEvent;
import cn.shouwang.monitoring.removal.RemovalEvent;
import cn.shouwang.monitoring.report.ReportEvent;
import cn.shouwang.monitoring.slip.SlipEvent;
import cn.shouwang.monitoring.toolbox.PolicyEvent;
import cn.shouwang.platform.event.Catalogue;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/// Starts the service and lists what it may store.
@SpringBootApplication
@ConfigurationPropertiesScan
public class MonitoringService {

    static void main(String[] arguments) {
        SpringApplication.run(MonitoringService.class, arguments);
    }

    /// Every event this service may store: one line per concept.
    @Bean
    static Catalogue catalogue() {
        return Catalogue.of(
                LineEvent.class,
                ReportEvent.class,
                ClueEvent.class,
                HouseholdEvent.class,
                IdentificationEvent.class,
                AppealEvent.class,
                InquiryEvent.class,
                AssistanceEvent.class,
                HelperEvent.class,
                ReceiptEvent.class,
                RemovalEvent.class,
                NoticeEvent.class,
                DuplicateEvent.class,
                QualityEvent.class,
                BatchEvent.class,
                EnrolmentEvent.class,
                AlertEvent.class,
                PolicyEvent.class,
                MarkingEvent.class,
                MatchEvent.class,
                IncentiveRuleEvent.class,
                SlipEvent.class,
                DutyYearEvent.class,
                DutyEvent.class,
                ClockEvent.class,
                AwarenessEvent.class);
    }
}
