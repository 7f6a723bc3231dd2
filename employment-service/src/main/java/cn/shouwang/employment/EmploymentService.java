package cn.shouwang.employment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the service.
@SpringBootApplication
public class EmploymentService {

    static void main(String[] arguments) {
        SpringApplication.run(EmploymentService.class, arguments);
    }
}
