package cn.shouwang.platform.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/// Describes `asOf` and `asOfDay` with every GET that wants a sign-in.
final class AsOfDescription implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var isPublic = handler.getBeanType().getSimpleName().startsWith("Public");
        if (!isPublic && AnnotatedElementUtils.hasAnnotation(handler.getMethod(), GetMapping.class)) {
            operation.addParametersItem(parameter(AsOfInterceptor.AT, "date-time", "as it was recorded by then"));
            operation.addParametersItem(parameter(AsOfInterceptor.DAY, "date", "as it was true by that village day"));
        }
        return operation;
    }

    private static QueryParameter parameter(String name, String format, String description) {
        var parameter = new QueryParameter();
        parameter
                .name(name)
                .required(false)
                .description(description + "; 409 as-of.not-here where only the present is known")
                .schema(new StringSchema().format(format));
        return parameter;
    }
}
