from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("media_library", "0001_initial")]

    operations = [
        migrations.RemoveConstraint(model_name="portalimage", name="image_described_or_decorative"),
        migrations.RenameField(model_name="portalimage", old_name="decorative", new_name="is_decorative"),
        migrations.AddConstraint(
            model_name="portalimage",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_decorative", True), models.Q(("description", ""), _negated=True), _connector="XOR"),
                name="image_described_or_decorative",
                violation_error_message="Describe what the image shows, or say that it is decorative, not both.",
            ),
        ),
    ]
