package cn.shouwang.monitoring.income;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IncomeConfiguration {

    @Bean
    ItemTable itemTable() {
        return ItemTable.shipped();
    }

    @Bean
    IncomeRules incomeRules(IncomeTerms terms, ItemTable table) {
        return new IncomeRules(terms, table);
    }
}
